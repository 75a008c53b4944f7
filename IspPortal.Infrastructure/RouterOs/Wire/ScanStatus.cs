namespace IspPortal.Infrastructure.RouterOs.Wire;

internal enum ScanStatus
{
    /// <summary>The sentence is not all there.</summary>
    NeedMore,

    /// <summary>A sentence with words lies at the start of the buffer.</summary>
    Sentence,

    /// <summary>A sentence without words: to be skipped.</summary>
    Empty,

    /// <summary>Not the protocol, or out of bounds: <see cref="SentenceScanner.Fault"/> says what.</summary>
    Fault,
}
