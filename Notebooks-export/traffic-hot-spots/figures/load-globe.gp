# gnuplot 5.2 or newer: draws load-globe.svg
reset
set encoding utf8
set decimalsign '.'
unset border
unset tics
set size ratio -1
set xrange [-1.03:1.03]
set yrange [-1.03:1.03]
set key outside bottom center horizontal Left reverse noenhanced samplen 3 spacing 1.2
set title offset 0,-0.3 font ',13'
set palette defined (0 '#C9C9C9', 1 '#E1CC55', 3 '#A59C74', 5 '#707173', 7 '#3B496C', 9 '#00224E')
set cbrange [0:30.0]
set cbtics out scale 0.4
set cblabel 'Load over capacity (%)'
unset key
set title 'Load of each link in its fuller direction at 0 s, seen from above 29° N, 88° E'
set terminal svg size 760,640 fixed standalone enhanced rounded name 'load_globe' background rgb 'white' font 'Helvetica,12'
set output 'load-globe.svg'
plot \
    'globe-ground.dat' index 1 with lines lw 0.4 lc rgb '#DDDDDD' notitle, \
    'globe-ground.dat' index 0 with lines lw 0.8 lc rgb '#404040' notitle, \
    'globe-ground.dat' index 2 with lines lw 0.6 lc rgb '#9A9A9A' notitle, \
    'load-globe.dat' index 0 using 1:2 with lines lw 0.3 lc rgb '#E2E2E2' notitle, \
    'load-globe.dat' index 1 using 1:2:3 with lines lw 0.7 lc palette notitle, \
    'load-globe.dat' index 2 using 1:2:3 with lines lw 1.2 lc palette notitle, \
    'load-globe.dat' index 3 using 1:2:3 with lines lw 2.0 lc palette notitle, \
    'load-globe.dat' index 4 with points pt 5 ps 0.3 lc rgb 'black' notitle
unset output
