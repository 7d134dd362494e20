# gnuplot 5.2 or newer: draws matrix.svg
reset
set encoding utf8
set decimalsign '.'
set title "Round-trip time over the mesh less that of fibre (ms)\ndots: fibre is faster" font ',13'
set xrange [-0.5:40.0-0.5]
set yrange [40.0-0.5:-0.5]
set size square
set xtics out nomirror scale 0.3 rotate by 90 right noenhanced font ',7' ('gcp:africa-south1' 0, 'gcp:asia-east1' 1, 'gcp:asia-east2' 2, 'gcp:asia-northeast1' 3, 'gcp:asia-northeast2' 4, 'gcp:asia-northeast3' 5, 'gcp:asia-south1' 6, 'gcp:asia-south2' 7, 'gcp:asia-southeast1' 8, 'gcp:asia-southeast2' 9, 'gcp:australia-southeast1' 10, 'gcp:australia-southeast2' 11, 'gcp:europe-central2' 12, 'gcp:europe-north1' 13, 'gcp:europe-north2' 14, 'gcp:europe-southwest1' 15, 'gcp:europe-west1' 16, 'gcp:europe-west10' 17, 'gcp:europe-west12' 18, 'gcp:europe-west2' 19, 'gcp:europe-west3' 20, 'gcp:europe-west4' 21, 'gcp:europe-west6' 22, 'gcp:europe-west8' 23, 'gcp:europe-west9' 24, 'gcp:me-central1' 25, 'gcp:me-central2' 26, 'gcp:me-west1' 27, 'gcp:northamerica-northeast1' 28, 'gcp:northamerica-northeast2' 29, 'gcp:northamerica-south1' 30, 'gcp:southamerica-east1' 31, 'gcp:southamerica-west1' 32, 'gcp:us-central1' 33, 'gcp:us-east1' 34, 'gcp:us-east4' 35, 'gcp:us-east5' 36, 'gcp:us-south1' 37, 'gcp:us-west1' 38, 'gcp:us-west2' 39)
set ytics out nomirror scale 0.3  noenhanced font ',7' ('gcp:africa-south1' 0, 'gcp:asia-east1' 1, 'gcp:asia-east2' 2, 'gcp:asia-northeast1' 3, 'gcp:asia-northeast2' 4, 'gcp:asia-northeast3' 5, 'gcp:asia-south1' 6, 'gcp:asia-south2' 7, 'gcp:asia-southeast1' 8, 'gcp:asia-southeast2' 9, 'gcp:australia-southeast1' 10, 'gcp:australia-southeast2' 11, 'gcp:europe-central2' 12, 'gcp:europe-north1' 13, 'gcp:europe-north2' 14, 'gcp:europe-southwest1' 15, 'gcp:europe-west1' 16, 'gcp:europe-west10' 17, 'gcp:europe-west12' 18, 'gcp:europe-west2' 19, 'gcp:europe-west3' 20, 'gcp:europe-west4' 21, 'gcp:europe-west6' 22, 'gcp:europe-west8' 23, 'gcp:europe-west9' 24, 'gcp:me-central1' 25, 'gcp:me-central2' 26, 'gcp:me-west1' 27, 'gcp:northamerica-northeast1' 28, 'gcp:northamerica-northeast2' 29, 'gcp:northamerica-south1' 30, 'gcp:southamerica-east1' 31, 'gcp:southamerica-west1' 32, 'gcp:us-central1' 33, 'gcp:us-east1' 34, 'gcp:us-east4' 35, 'gcp:us-east5' 36, 'gcp:us-south1' 37, 'gcp:us-west1' 38, 'gcp:us-west2' 39)
set palette defined (-1 '#0072B2', 0 '#FFFFFF', 1 '#D55E00')
set cbrange [-207.6:207.6]
unset key
set border 15 lw 0.5 lc rgb '#404040'
set terminal svg size 840,780 fixed standalone enhanced rounded name 'matrix' background rgb 'white' font 'Helvetica,12'
set output 'matrix.svg'
plot \
    'matrix.dat' index 0 using 1:2:3 with image pixels notitle, \
    'matrix.dat' index 1 using 1:2 with points pt 7 ps 0.25 lc rgb 'black' notitle
unset output
