# gnuplot 5.2 or newer: draws sovereignty-ecdf.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:295.326382762234]
set yrange [0:1.02]
set ytics 0.25
set xlabel "Median added round-trip time of a pair (ms)\n " offset 0,0.3
set ylabel 'Share of pairs'
set title 'Added round-trip time by country set'
set terminal svg size 720,404 fixed standalone enhanced rounded name 'sovereignty_ecdf' background rgb 'white' font 'Helvetica,12'
set output 'sovereignty-ecdf.svg'
plot \
    'sovereignty-ecdf.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'sovereignty-ecdf.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'sovereignty-ecdf.dat' index 2 using 1:2 with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'sovereignty-ecdf.dat' index 3 using 1:2 with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    'sovereignty-ecdf.dat' index 4 using 1:2 with lines lw 1.6 dt solid lc rgb '#009E73' notitle, \
    'sovereignty-ecdf.dat' index 5 using 1:2 with points pt 5 ps 0.65 lw 1.2 lc rgb '#009E73' notitle, \
    'sovereignty-ecdf.dat' index 6 using 1:2 with lines lw 1.6 dt solid lc rgb '#CC79A7' notitle, \
    'sovereignty-ecdf.dat' index 7 using 1:2 with points pt 13 ps 0.65 lw 1.2 lc rgb '#CC79A7' notitle, \
    'sovereignty-ecdf.dat' index 8 using 1:2 with lines lw 1.6 dt solid lc rgb '#E69F00' notitle, \
    'sovereignty-ecdf.dat' index 9 using 1:2 with points pt 11 ps 0.65 lw 1.2 lc rgb '#E69F00' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'without China and Russia', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'without the United States', \
    NaN with linespoints lw 1.6 dt solid pt 5 ps 0.65 lc rgb '#009E73' title 'without Five Eyes', \
    NaN with linespoints lw 1.6 dt solid pt 13 ps 0.65 lc rgb '#CC79A7' title 'landing in the EU', \
    NaN with linespoints lw 1.6 dt solid pt 11 ps 0.65 lc rgb '#E69F00' title 'computing in India'
unset output
