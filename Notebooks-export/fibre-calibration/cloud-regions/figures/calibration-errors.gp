# gnuplot 5.2 or newer: draws calibration-errors.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:100.0]
set yrange [0:1.02]
set ytics 0.25
set xlabel "Absolute error (ms)\n " offset 0,0.3
set ylabel 'Share of pairs'
set title 'Absolute error of models of fibre'
set terminal svg size 720,404 fixed standalone enhanced rounded name 'calibration_errors' background rgb 'white' font 'Helvetica,12'
set output 'calibration-errors.svg'
plot \
    'calibration-errors.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'calibration-errors.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    'calibration-errors.dat' index 2 using 1:2 with lines lw 1.6 dt solid lc rgb '#D55E00' notitle, \
    'calibration-errors.dat' index 3 using 1:2 with points pt 9 ps 0.65 lw 1.2 lc rgb '#D55E00' notitle, \
    'calibration-errors.dat' index 4 using 1:2 with lines lw 1.6 dt solid lc rgb '#009E73' notitle, \
    'calibration-errors.dat' index 5 using 1:2 with points pt 5 ps 0.65 lw 1.2 lc rgb '#009E73' notitle, \
    'calibration-errors.dat' index 6 using 1:2 with lines lw 1.6 dt solid lc rgb '#CC79A7' notitle, \
    'calibration-errors.dat' index 7 using 1:2 with points pt 13 ps 0.65 lw 1.2 lc rgb '#CC79A7' notitle, \
    'calibration-errors.dat' index 8 using 1:2 with lines lw 1.6 dt solid lc rgb '#E69F00' notitle, \
    'calibration-errors.dat' index 9 using 1:2 with points pt 11 ps 0.65 lw 1.2 lc rgb '#E69F00' notitle, \
    'calibration-errors.dat' index 10 using 1:2 with lines lw 1.6 dt solid lc rgb '#56B4E9' notitle, \
    'calibration-errors.dat' index 11 using 1:2 with points pt 6 ps 0.65 lw 1.2 lc rgb '#56B4E9' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title 'cables, AWS held out', \
    NaN with linespoints lw 1.6 dt solid pt 9 ps 0.65 lc rgb '#D55E00' title 'great-circle, AWS held out', \
    NaN with linespoints lw 1.6 dt solid pt 5 ps 0.65 lc rgb '#009E73' title 'cables, Google Cloud held out', \
    NaN with linespoints lw 1.6 dt solid pt 13 ps 0.65 lc rgb '#CC79A7' title 'great-circle, Google Cloud held out', \
    NaN with linespoints lw 1.6 dt solid pt 11 ps 0.65 lc rgb '#E69F00' title 'cables, IBM Cloud held out', \
    NaN with linespoints lw 1.6 dt solid pt 6 ps 0.65 lc rgb '#56B4E9' title 'great-circle, IBM Cloud held out'
unset output
