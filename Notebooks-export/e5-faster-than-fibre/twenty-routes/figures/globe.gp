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
set label 'London' at 0.4073,0.111 left offset character 0.8,0 front noenhanced font ',10'
set label 'New York' at -0.4129,-0.0993 right offset character -0.8,0 front noenhanced font ',10'
set title 'Routes at 0 s (first 8 of 20 pairs), seen from above 52° N, 41° W'
set terminal svg size 620,728 fixed standalone enhanced rounded name 'globe' background rgb 'white' font 'Helvetica,12'
set output 'globe.svg'
plot \
    'globe-ground.dat' index 1 with lines lw 0.4 lc rgb '#DDDDDD' notitle, \
    'globe-ground.dat' index 0 with lines lw 0.8 lc rgb '#404040' notitle, \
    'globe-ground.dat' index 2 with lines lw 0.6 lc rgb '#9A9A9A' notitle, \
    'globe.dat' index 0 with lines lw 4.3 dt solid lc rgb '#0072B2' title 'London – New York, 1', \
    'globe.dat' index 2 with lines lw 3.9 dt (12,4) lc rgb '#D55E00' title 'London – New York, 2', \
    'globe.dat' index 4 with lines lw 3.6 dt (5,3) lc rgb '#009E73' title 'London – New York, 3', \
    'globe.dat' index 6 with lines lw 3.2 dt (12,3,2,3) lc rgb '#CC79A7' title 'London – New York, 4', \
    'globe.dat' index 8 with lines lw 2.8 dt (16,3) lc rgb '#E69F00' title 'London – New York, 5', \
    'globe.dat' index 10 with lines lw 2.5 dt (2,3) lc rgb '#56B4E9' title 'London – New York, 6', \
    'globe.dat' index 12 with lines lw 2.2 dt (8,3,2,3,2,3) lc rgb '#000000' title 'London – New York, 7', \
    'globe.dat' index 14 with lines lw 1.8 dt (6,6) lc rgb '#7F7F7F' title 'London – New York, 8', \
    'globe.dat' index 1 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 3 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 5 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 7 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 9 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 11 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 13 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 15 with points pt 7 ps 0.3 lc rgb 'black' notitle, \
    'globe.dat' index 16 with points pt 5 ps 0.55 lc rgb 'black' notitle
unset output
