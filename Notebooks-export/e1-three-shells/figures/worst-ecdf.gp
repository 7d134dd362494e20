# gnuplot 5.2 or newer: draws worst-ecdf.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:183.377]
set yrange [0:1.02]
set ytics 0.25
set xlabel "Round-trip time (ms)\n " offset 0,0.3
set ylabel 'Share of pairs'
set title 'Greatest round-trip time (pairs over 500 km apart)'
set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead dt (3,4) lw 0.8 lc rgb '#404040' back
set terminal svg size 720,382 fixed standalone enhanced rounded name 'worst_ecdf' background rgb 'white' font 'Helvetica,12'
set output 'worst-ecdf.svg'
plot \
    'worst-ecdf.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'worst-ecdf.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'worst-ecdf.dat' index 2 using 1:2 with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'worst-ecdf.dat' index 3 using 1:2 with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    'worst-ecdf.dat' index 4 using 1:2 with lines lw 1.6 dt solid lc rgb '#009E73' notitle, \
    'worst-ecdf.dat' index 5 using 1:2 with points pt 5 ps 0.65 lw 1.2 lc rgb '#009E73' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'S1: median 88.3 ms', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'K1: median 73.2 ms', \
    NaN with linespoints lw 1.6 dt solid pt 5 ps 0.65 lc rgb '#009E73' title 'T1: median 60.1 ms'
unset output
