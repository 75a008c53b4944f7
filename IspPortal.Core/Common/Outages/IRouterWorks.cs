namespace IspPortal.Core.Common.Outages;

/// <summary>Which routers were behind planned works, and when: for those who must not blame a router for it.</summary>
public interface IRouterWorks
{
    /// <summary>Every time that one of the given routers was being worked on within [<paramref name="fromUtc"/>, <paramref name="toUtc"/>), the earliest first. Only works that began.</summary>
    Task<IReadOnlyList<RouterWorkSpan>> BetweenAsync(IReadOnlyCollection<Guid> routerIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);
}
