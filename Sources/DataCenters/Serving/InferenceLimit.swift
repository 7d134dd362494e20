/// What an answer of a language model may take, by the rules of MLPerf Inference: 99 of 100 answers stay
/// within both limits.
///
/// - Note: MLCommons, inference_policies, inference_rules.adoc of 2026-07-23 (commit ac93e89).
public enum InferenceLimit: String, Sendable, CaseIterable {
    case llama8B = "llama3.1-8b"
    case llama8BInteractive = "llama3.1-8b-interactive"
    case llama70B = "llama2-70b"
    case llama70BInteractive = "llama2-70b-interactive"
    case llama405B = "llama3.1-405b"
    case llama405BInteractive = "llama3.1-405b-interactive"
    case deepSeekR1 = "deepseek-r1"
    case deepSeekR1Interactive = "deepseek-r1-interactive"
    case gptOSS120B = "gpt-oss-120b"
    case gptOSS120BInteractive = "gpt-oss-120b-interactive"
    case mixtral = "mixtral-8x7b"

    /// Time to the first token [ms].
    public var firstTokenMs: Double {
        switch self {
        case .llama8B, .llama70B, .deepSeekR1, .mixtral: 2_000
        case .llama8BInteractive: 500
        case .llama70BInteractive: 450
        case .llama405B: 6_000
        case .llama405BInteractive: 4_500
        case .deepSeekR1Interactive: 1_500
        case .gptOSS120B: 3_000
        case .gptOSS120BInteractive: 2_000
        }
    }

    /// Time of each token after that [ms].
    public var perTokenMs: Double {
        switch self {
        case .llama8B: 100
        case .llama8BInteractive: 30
        case .llama70B, .mixtral: 200
        case .llama70BInteractive: 40
        case .llama405B: 175
        case .llama405BInteractive, .deepSeekR1, .gptOSS120B: 80
        case .deepSeekR1Interactive: 15
        case .gptOSS120BInteractive: 20
        }
    }
}
