# gnuplot 5.2 or newer: draws placement.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'What more sites gain'
set logscale y
set xrange [0.5:5.5]
set xtics 1
set xlabel "Sites\n " offset 0,0.3
set ylabel 'Round-trip time to the nearest one (ms)'
set yrange [10:1100]
set ytics (10, 20, 50, 100, 200, 500, 1000)
set terminal svg size 760,470 fixed standalone enhanced rounded name 'placement' background rgb 'white' font 'Helvetica,12'
set output 'placement.svg'
plot \
    'placement.dat' index 0 using 1:2 with linespoints lw 1.6 dt solid lc rgb '#0072B2' pt 7 ps 0.7 title 'mean over people, proven best', \
    'placement.dat' index 1 using 1:2 with points lc rgb '#0072B2' pt 4 ps 1.8 title 'mean over people, local-search', \
    'placement.dat' index 2 using 1:2 with points lc rgb '#0072B2' pt 6 ps 1.3 title 'mean over people, greedy', \
    'placement.dat' index 3 using 1:2 with linespoints lw 1.6 dt solid lc rgb '#D55E00' pt 7 ps 0.7 title 'the worst city, proven best', \
    'placement.dat' index 4 using 1:2 with points lc rgb '#D55E00' pt 4 ps 1.8 title 'the worst city, local-search', \
    'placement.dat' index 5 using 1:2 with points lc rgb '#D55E00' pt 6 ps 1.3 title 'the worst city, greedy'
unset output
