# gnuplot 5.2 or newer: draws globe.svg
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
set label 'London' at 0.4154,0.1009 left offset character 0.8,0 front noenhanced font ',10'
set label 'New York City' at -0.4017,-0.1208 right offset character -0.8,0 front noenhanced font ',10'
set title 'Routes at 0 s, seen from above 53° N, 42° W'
set terminal svg size 620,662 fixed standalone enhanced rounded name 'globe' background rgb 'white' font 'Helvetica,12'
set output 'globe.svg'
plot \
    'globe-ground.dat' index 1 with lines lw 0.4 lc rgb '#DDDDDD' notitle, \
    'globe-ground.dat' index 0 with lines lw 0.8 lc rgb '#404040' notitle, \
    'globe-ground.dat' index 2 with lines lw 0.6 lc rgb '#9A9A9A' notitle, \
    'globe.dat' index 0 with lines lw 1.8 dt solid lc rgb '#0072B2' title 'London – New York City', \
    'globe.dat' index 1 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 2 with points pt 5 ps 0.55 lc rgb 'black' notitle
unset output
