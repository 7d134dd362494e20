# gnuplot 5.2 or newer: draws calibration.svg
reset
set encoding utf8
set decimalsign '.'
set title 'Round-trip times of fibre, predicted and measured' font ',13'
set xlabel 'Measured (ms)'
set ylabel 'Predicted (ms)'
set xrange [0:380]
set yrange [0:380]
set size square
set xtics out nomirror
set ytics out nomirror
set border 3 lw 0.8 lc rgb '#404040'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set key outside bottom center horizontal Left reverse noenhanced
set terminal svg size 720,700 fixed standalone enhanced rounded name 'calibration' background rgb 'white' font 'Helvetica,12'
set output 'calibration.svg'
plot \
    x with lines lw 1 lc rgb '#404040' title 'equal', \
    'calibration.dat' index 0 with points pt 1 ps 0.5 lc rgb '#B8B8B8' title 'great-circle, AWS held out', \
    'calibration.dat' index 1 with points pt 2 ps 0.5 lc rgb '#B8B8B8' title 'great-circle, Google Cloud held out', \
    'calibration.dat' index 2 with points pt 3 ps 0.5 lc rgb '#B8B8B8' title 'great-circle, IBM Cloud held out', \
    'calibration.dat' index 3 with points pt 7 ps 0.65 lc rgb '#0072B2' title 'cables, AWS held out', \
    'calibration.dat' index 4 with points pt 9 ps 0.65 lc rgb '#D55E00' title 'cables, Google Cloud held out', \
    'calibration.dat' index 5 with points pt 5 ps 0.65 lc rgb '#009E73' title 'cables, IBM Cloud held out'
unset output
