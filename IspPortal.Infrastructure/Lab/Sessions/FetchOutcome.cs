namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>What became of a connection that somebody behind a session opened.</summary>
/// <param name="Kind"><c>passed</c>, <c>redirected</c>, <c>reset</c>, <c>rejected</c> or <c>dropped</c>.</param>
/// <param name="Address">Where it arrived, or where it was stopped on the way to.</param>
/// <param name="Port">The port there.</param>
internal readonly record struct FetchOutcome(string Kind, string Address, int Port);
