# gnuplot 5.2 or newer: draws load-map.svg
reset
set encoding utf8
set decimalsign '.'
set border 15 lw 0.8 lc rgb '#404040'
set xrange [-180:180]
set yrange [-90:90]
set size ratio -1
set xtics out nomirror scale 0.6 textcolor rgb '#202020' ('180°' -180, '120° W' -120, '60° W' -60, '0°' 0, '60° E' 60, '120° E' 120, '180°' 180)
set ytics out nomirror scale 0.6 textcolor rgb '#202020' ('90° S' -90, '60° S' -60, '30° S' -30, '0°' 0, '30° N' 30, '60° N' 60, '90° N' 90)
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set key outside bottom center horizontal Left reverse noenhanced samplen 3 spacing 1.2
set title offset 0,-0.3 font ',13'
set palette defined (0 '#C9C9C9', 1 '#E1CC55', 3 '#A59C74', 5 '#707173', 7 '#3B496C', 9 '#00224E')
set cbrange [0:30.0]
set cbtics out scale 0.4
set cblabel 'Load over capacity (%)'
unset key
set title 'Load of each link in its fuller direction at 0 s'
set terminal svg size 980,480 fixed standalone enhanced rounded name 'load_map' background rgb 'white' font 'Helvetica,12'
set output 'load-map.svg'
plot \
    'coastlines.dat' using 1:2 with lines lw 0.6 lc rgb '#9A9A9A' notitle, \
    'load-map.dat' index 0 using 1:2 with lines lw 0.3 lc rgb '#E2E2E2' notitle, \
    'load-map.dat' index 1 using 1:2:3 with lines lw 0.7 lc palette notitle, \
    'load-map.dat' index 2 using 1:2:3 with lines lw 1.2 lc palette notitle, \
    'load-map.dat' index 3 using 1:2:3 with lines lw 2.0 lc palette notitle, \
    'load-map.dat' index 4 with points pt 5 ps 0.3 lc rgb 'black' notitle
unset output
