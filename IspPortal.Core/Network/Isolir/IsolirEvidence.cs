namespace IspPortal.Core.Network.Isolir;

/// <summary>What a rule counted while the test session tried.</summary>
/// <param name="Part">The rule.</param>
/// <param name="Before">Packets before.</param>
/// <param name="After">Packets after.</param>
public sealed record IsolirEvidence(string Part, long Before, long After);
