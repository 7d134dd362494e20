# gnuplot 5.2 or newer: draws tokens.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set xtics out nomirror scale 0.6
set ytics out nomirror scale 0.6
set title font ',13'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set title 'A synchronisation every 100 steps, and after each step'
set xrange [1.7:5.3]
set xtics 1
set yrange [0:*]
set xlabel "Sites\n " offset 0,0.3
set ylabel 'Tokens a day (thousand million)'
set terminal svg size 760,470 fixed standalone enhanced rounded name 'tokens' background rgb 'white' font 'Helvetica,12'
set output 'tokens.svg'
plot \
    'tokens.dat' index 0 with linespoints lw 1.6 dt solid lc rgb '#0072B2' pt 7 ps 0.65 title 'mesh, 2 Gbit/s up and down', \
    'tokens.dat' index 1 with linespoints lw 1.6 dt (2,4) lc rgb '#0072B2' pt 7 ps 0.65 notitle, \
    'tokens.dat' index 2 with linespoints lw 1.6 dt solid lc rgb '#D55E00' pt 9 ps 0.65 title 'mesh, 20 Gbit/s up and down', \
    'tokens.dat' index 3 with linespoints lw 1.6 dt (2,4) lc rgb '#D55E00' pt 9 ps 0.65 notitle, \
    'tokens.dat' index 4 with linespoints lw 1.6 dt solid lc rgb '#009E73' pt 5 ps 0.65 title 'mesh, 100 Gbit/s up and down', \
    'tokens.dat' index 5 with linespoints lw 1.6 dt (2,4) lc rgb '#009E73' pt 5 ps 0.65 notitle, \
    'tokens.dat' index 6 with linespoints lw 1.6 dt solid lc rgb '#CC79A7' pt 13 ps 0.65 title 'fibre', \
    'tokens.dat' index 7 with linespoints lw 1.6 dt (2,4) lc rgb '#CC79A7' pt 13 ps 0.65 notitle, \
    NaN with lines lw 1.6 dt (2,4) lc rgb '#404040' title 'data parallel'
unset output
