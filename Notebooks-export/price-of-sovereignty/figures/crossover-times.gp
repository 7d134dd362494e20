# gnuplot 5.2 or newer: draws crossover-times.svg
reset
set encoding utf8
set decimalsign '.'
set title 'From what distance on the mesh is faster, and for which part of the pairs' font ',13'
set xlabel 'Time (min)'
set ylabel 'Distance (km)'
set y2label 'Share of pairs that the mesh wins'
set xrange [0:358]
set yrange [0:*]
set y2range [0:1]
set ytics out nomirror
set y2tics out nomirror 0.25
set xtics out nomirror
set border 11 lw 0.8 lc rgb '#404040'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set key outside bottom center horizontal Left reverse noenhanced
set terminal svg size 800,440 fixed standalone enhanced rounded name 'crossover_times' background rgb 'white' font 'Helvetica,12'
set output 'crossover-times.svg'
plot \
    'crossover-times.dat' index 0 using 1:2 with lines lw 1.4 lc rgb '#0072B2' title 'against fibre: distance', \
    'crossover-times.dat' index 0 using 1:3 axes x1y2 with lines lw 1.4 lc rgb '#0072B2' dt (3,3) title 'against fibre: share of pairs'
unset output
