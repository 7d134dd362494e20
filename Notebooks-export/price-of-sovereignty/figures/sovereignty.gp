# gnuplot 5.2 or newer: draws sovereignty.svg
reset
set encoding utf8
set decimalsign '.'
set title 'The price of sovereignty' font ',13'
set xlabel "Added round-trip time over all pairs and instants (ms)\n " offset 0,0.3
set xrange [0:*]
set yrange [11.0-0.5:-0.5]
set ytics out nomirror scale 0 noenhanced ('without China and Russia: no ground in' 0, 'without China and Russia: not over' 1, 'without China and Russia: all' 2, 'without the United States: no ground in' 3, 'without the United States: not over' 4, 'without the United States: all' 5, 'without Five Eyes: no ground in' 6, 'without Five Eyes: not over' 7, 'without Five Eyes: all' 8, 'landing in the EU: must land in' 9, 'computing in India: must compute in' 10)
set xtics out nomirror
set border 1 lw 0.8 lc rgb '#404040'
set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'
set key outside bottom center horizontal Left reverse noenhanced
set rmargin 13
set label '5 % lost' at graph 1.01, first 0 left noenhanced font ',10'
set label '0 % lost' at graph 1.01, first 1 left noenhanced font ',10'
set label '5 % lost' at graph 1.01, first 2 left noenhanced font ',10'
set label '32.3 % lost' at graph 1.01, first 3 left noenhanced font ',10'
set label '3.5 % lost' at graph 1.01, first 4 left noenhanced font ',10'
set label '32.3 % lost' at graph 1.01, first 5 left noenhanced font ',10'
set label '51.5 % lost' at graph 1.01, first 6 left noenhanced font ',10'
set label '8.2 % lost' at graph 1.01, first 7 left noenhanced font ',10'
set label '51.5 % lost' at graph 1.01, first 8 left noenhanced font ',10'
set label '0 % lost' at graph 1.01, first 9 left noenhanced font ',10'
set label '0 % lost' at graph 1.01, first 10 left noenhanced font ',10'
set terminal svg size 800,456 fixed standalone enhanced rounded name 'sovereignty' background rgb 'white' font 'Helvetica,12'
set output 'sovereignty.svg'
plot \
    'sovereignty.dat' index 0 with points pt 7 ps 0.65 lc rgb '#0072B2' title 'mean', \
    'sovereignty.dat' index 1 with points pt 9 ps 0.65 lc rgb '#D55E00' title '95th percentile', \
    'sovereignty.dat' index 2 with points pt 5 ps 0.65 lc rgb '#009E73' title 'greatest'
unset output
