# gnuplot 5.2 or newer: draws latency.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'How far compute is from people'
set logscale x
set xrange [1:400]
set xtics (1, 2, 5, 10, 20, 50, 100, 200, 400)
set yrange [0:101]
set xlabel "Round-trip time to the nearest site (ms)\n " offset 0,0.3
set ylabel 'Share of people (%)'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set terminal svg size 760,470 fixed standalone enhanced rounded name 'latency' background rgb 'white' font 'Helvetica,12'
set output 'latency.svg'
plot \
    'latency.dat' index 0 with lines lw 1.8 lc rgb '#0072B2' dt solid title 'orbit over mesh', \
    'latency.dat' index 1 with lines lw 1.8 lc rgb '#D55E00' dt solid title 'edge over mesh', \
    'latency.dat' index 2 with lines lw 1.8 lc rgb '#009E73' dt (5,3) title 'edge over fibre', \
    'latency.dat' index 3 with lines lw 1.8 lc rgb '#CC79A7' dt solid title 'region over mesh', \
    'latency.dat' index 4 with lines lw 1.8 lc rgb '#E69F00' dt (5,3) title 'region over fibre'
unset output
