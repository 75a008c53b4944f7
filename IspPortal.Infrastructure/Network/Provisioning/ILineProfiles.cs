using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>
/// Under which name a router has what a line is to have: the same speed may be a profile of another name on each. Answered by whoever sells lines; without an answer every router has the name that
/// stands with the line.
/// </summary>
internal interface ILineProfiles
{
    /// <summary>The profiles of lines on that router (those of <paramref name="accessIds"/>, or all that are placed there) that are not called what <see cref="DesiredAccessRecord.Profile"/> says.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OnAsync(PortalDbContext context, Guid routerId, IReadOnlyCollection<Guid>? accessIds, CancellationToken cancellationToken);
}
