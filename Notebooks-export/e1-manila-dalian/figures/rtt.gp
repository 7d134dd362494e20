# gnuplot 5.2 or newer: draws rtt.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:200.0]
set xlabel "Time since start (s)\n " offset 0,0.3
set yrange [23.854:49.541]
set ylabel 'Round-trip time (ms)'
set title 'Round-trip time, Manila – Dalian'
set terminal svg size 720,422 fixed standalone enhanced rounded name 'rtt' background rgb 'white' font 'Helvetica,12'
set output 'rtt.svg'
plot \
    'rtt.dat' index 3 with linespoints lw 1.2 dt (1,3) pt 7 ps 0.65 lc rgb '#0072B2' notitle, \
    'rtt.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'rtt.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'rtt.dat' index 2 with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'Manila – Dalian', \
    NaN with points pt 7 ps 0.5 lc rgb '#404040' title 'route change', \
    NaN with lines lw 1.2 dt (1,3) lc rgb '#404040' title 'fibre'
unset output
