# gnuplot 5.2 or newer: draws crossover.svg
reset
set encoding utf8
set decimalsign '.'
set xlabel 'Distance along the great circle (km)'
set ylabel 'Round-trip time (ms)'
set xrange [0:20100]
set yrange [0:*]
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror
set ytics out nomirror
set key bottom right Left reverse noenhanced
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'Mesh and fibre by distance' font ',13'
set arrow from 344, graph 0 to 344, graph 1 nohead dt (4,4) lc rgb '#404040'
set label 'mesh wins from 344 km on' at 344, graph 0.97 offset 0.7,0
set terminal svg size 800,480 fixed standalone enhanced rounded name 'crossover' background rgb 'white' font 'Helvetica,12'
set output 'crossover.svg'
plot \
    'crossover.dat' index 0 with points pt 9 ps 0.65 lc rgb '#D55E00' title 'fibre', \
    'crossover.dat' index 1 with points pt 7 ps 0.65 lc rgb '#0072B2' title 'mesh, median'
unset output
