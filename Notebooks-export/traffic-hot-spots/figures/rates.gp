# gnuplot 5.2 or newer: draws rates.svg
reset
set encoding utf8
set decimalsign '.'
set border 3 lw 0.8 lc rgb '#404040'
set tics out nomirror scale 0.6 textcolor rgb '#202020'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'
set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2
set title offset 0,-0.4 font ',13'
set rmargin 3
set xrange [0.0:1.0200000000000018]
set yrange [0:1.02]
set ytics 0.25
set xlabel "Rate over demand\n " offset 0,0.3
set ylabel 'Share of demands'
set title 'What the demands get, 0 s'
set terminal svg size 720,382 fixed standalone enhanced rounded name 'rates' background rgb 'white' font 'Helvetica,12'
set output 'rates.svg'
plot \
    'rates.dat' index 0 using 1:2 with lines lw 1.6 dt solid lc rgb '#0072B2' notitle, \
    'rates.dat' index 1 using 1:2 with points pt 7 ps 0.65 lw 1.2 lc rgb '#0072B2' notitle, \
    NaN with linespoints lw 1.6 dt solid pt 7 ps 0.65 lc rgb '#0072B2' title '0 s'
unset output
