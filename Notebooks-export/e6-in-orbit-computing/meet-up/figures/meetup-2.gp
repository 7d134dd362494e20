# gnuplot 5.2 or newer: draws meetup-2.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:120.0]
set xlabel "Time since start (min)\n " offset 0,0.3
set yrange [3.739:7.741]
set ylabel 'Round-trip time (ms)'
set title 'Farthest user of Japan from the server'
set terminal svg size 720,444 fixed standalone enhanced rounded name 'meetup_2' background rgb 'white' font 'Helvetica,12'
set output 'meetup-2.svg'
plot \
    'meetup-2.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'meetup-2.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'meetup-2.dat' index 3 using 1:2 with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'meetup-2.dat' index 4 using 1:2 with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    'meetup-2.dat' index 6 using 1:2 with lines lw 1.6 dt solid lc rgb '#009E73' notitle, \
    'meetup-2.dat' index 7 using 1:2 with points pt 5 ps 0.65 lw 1.2 lc rgb '#009E73' notitle, \
    'meetup-2.dat' index 2 with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
    'meetup-2.dat' index 5 with points pt 7 ps 0.5 lc rgb '#D55E00' notitle, \
    'meetup-2.dat' index 8 with points pt 7 ps 0.5 lc rgb '#009E73' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'best, 117 hand-offs', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'min-max, 118 hand-offs', \
    NaN with linespoints lw 1.6 dt solid pt 5 ps 0.65 lc rgb '#009E73' title 'sticky, 55 hand-offs', \
    NaN with points pt 7 ps 0.5 lc rgb '#404040' title 'hand-off'
unset output
