# gnuplot 5.2 or newer: draws scaling-mb.svg
reset
set encoding utf8
set decimalsign '.'
set logscale xy
set format x '10^{%L}'
set format y '%g'
set xlabel 'satellites' noenhanced
set ylabel 'mb' noenhanced
set title 'By the number of satellites' noenhanced font ',13'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 3
set offsets graph 0.03, graph 0.03, 0, 0
set terminal svg size 720,470 fixed standalone enhanced rounded name 'scaling_mb' background rgb 'white' font 'Helvetica,12'
set output 'scaling-mb.svg'
plot \
    'scaling-mb.dat' index 0 with lines lw 0.9 dt (2,3) lc rgb '#7F7F7F' title 'in proportion to the size', \
    'scaling-mb.dat' index 1 with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'memory'
unset output
