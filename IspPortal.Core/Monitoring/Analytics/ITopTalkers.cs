using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Who uses most. Needs <see cref="MonitoringPermissions.MonitoringRead"/>.</summary>
public interface ITopTalkers
{
    /// <summary>The largest users, largest first; a line of which nothing was read is not among them.</summary>
    /// <param name="query">Over which time, by what.</param>
    /// <param name="count">How many, 1–500.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The places; <c>common.invalid</c> for a count or time that cannot be.</returns>
    Task<Result<IReadOnlyList<TopTalkerRow>>> ListAsync(TopTalkersQuery query, int count, CancellationToken cancellationToken);
}
