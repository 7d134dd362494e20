//! Element sets of any form, told by content, and the states of all satellites at many instants.
import ElementFiles
import Orbits

let text = """
    VANGUARD 1
    1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
    2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
    """
let file = try ElementFile.parse(bytes: Array(text.utf8), fileName: "stations.txt")
print(file.format, file.elements.map(\.name), file.rejections.count, "rejections")

let batch = EphemerisBatch(file.elements)
let start = file.elements[0].epoch
let states = batch.states(at: (0..<5).map { start.advanced(bySeconds: 60 * Double($0)) })
for instant in 0..<5 {
    print(states[0, instant].positionKm, "km")
}
