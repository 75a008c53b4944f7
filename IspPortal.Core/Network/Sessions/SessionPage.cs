using IspPortal.Core.Common.Paging;

namespace IspPortal.Core.Network.Sessions;

/// <summary>One page of live sessions, and how much of the network it speaks for.</summary>
/// <param name="Page">The rows.</param>
/// <param name="StaleRouters">How many polled routers could not be read last time: their rows are marked stale.</param>
/// <param name="AsOfUtc">When the oldest of the fresh figures was read, or null when there is none.</param>
public sealed record SessionPage(Page<SessionRow> Page, int StaleRouters, DateTime? AsOfUtc);
