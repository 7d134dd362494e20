# gnuplot 5.2 or newer: draws utilisation.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:1.02]
set yrange [0:1.02]
set ytics 0.25
set xlabel "Load over capacity\n " offset 0,0.3
set ylabel 'Share of links, each way'
set title 'How full the links are'
set terminal svg size 720,382 fixed standalone enhanced rounded name 'utilisation' background rgb 'white' font 'Helvetica,12'
set output 'utilisation.svg'
plot \
    'utilisation.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'utilisation.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'utilisation.dat' index 2 using 1:2 with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'utilisation.dat' index 3 using 1:2 with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'links of 100 Gbps', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'links of 20 Gbps'
unset output
