namespace IspPortal.Core.Network.Isolir;

/// <summary>What a check of the kit found.</summary>
/// <param name="CheckedAtUtc">When.</param>
/// <param name="CheckedBy">By whom.</param>
/// <param name="IsProven">Whether the test session proved that the pay page opens and the internet does not.</param>
/// <param name="Parts">Part by part.</param>
/// <param name="Evidence">What the rules counted; empty when it did not come to a test.</param>
/// <param name="TestAddress">The address of the test session, or null.</param>
/// <param name="ErrorCode">Why it is not proven, or null.</param>
/// <param name="ErrorArguments">Values for the text of that code.</param>
public sealed record IsolirReport(
    DateTime CheckedAtUtc,
    string CheckedBy,
    bool IsProven,
    IReadOnlyList<IsolirPartState> Parts,
    IReadOnlyList<IsolirEvidence> Evidence,
    string? TestAddress,
    string? ErrorCode,
    IReadOnlyList<string> ErrorArguments);
