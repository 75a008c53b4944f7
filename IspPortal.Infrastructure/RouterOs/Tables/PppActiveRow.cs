namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>A session of <c>/ppp/active</c>. Text that the router left out is empty, a session id that it left out is 0.</summary>
internal sealed record PppActiveRow(string Id, string Name, string Service, string CallerId, string Address, TimeSpan Uptime, long SessionId);
