namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>Who changes a router's configuration.</summary>
/// <param name="User">The router's user.</param>
/// <param name="Address">Where from.</param>
/// <param name="Via">By what, in the words of the log: <c>api</c>, <c>tcp-msg(winbox)</c>.</param>
/// <param name="May">Whether the user has a policy.</param>
internal sealed record ChangeAuthor(string User, string Address, string Via, Func<string, bool> May);
