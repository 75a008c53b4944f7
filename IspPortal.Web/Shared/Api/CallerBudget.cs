namespace IspPortal.Web.Shared.Api;

/// <summary>One caller's budget after a request.</summary>
/// <param name="Allowed">Whether this request may go on.</param>
/// <param name="Limit">Requests a minute.</param>
/// <param name="Remaining">Requests left now.</param>
/// <param name="FullAfter">When the budget is whole again.</param>
/// <param name="RetryAfter">When the next request may come; zero while there is budget.</param>
internal readonly record struct CallerBudget(bool Allowed, int Limit, int Remaining, TimeSpan FullAfter, TimeSpan RetryAfter);
