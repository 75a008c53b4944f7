namespace IspPortal.Core.Network.Imports;

/// <summary>Something found, and what importing would make of it.</summary>
/// <param name="Line">What was found.</param>
/// <param name="Verdict">What would become of it.</param>
/// <param name="ProblemCode">Why it cannot be taken, or what a person should know; null: nothing.</param>
/// <param name="ProblemDetail">The other line, address or customer that the problem speaks of; null without.</param>
/// <param name="MatchedBy">By what its customer was found; null without one.</param>
/// <param name="Customer">Its customer, or null.</param>
public sealed record JudgedLine(FoundLine Line, ImportVerdict Verdict, string? ProblemCode = null, string? ProblemDetail = null, MatchedBy? MatchedBy = null, CustomerRow? Customer = null);
