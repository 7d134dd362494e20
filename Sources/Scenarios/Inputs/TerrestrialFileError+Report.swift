import Results
import Terrestrial

extension TerrestrialFileError: ReportableError {
    /// One sentence: what was found, where, and what was expected.
    public var message: String { PrintableText.oneLine(sentence) }

    /// Bad data.
    public var exitStatus: ExitStatus { .badData }
}
