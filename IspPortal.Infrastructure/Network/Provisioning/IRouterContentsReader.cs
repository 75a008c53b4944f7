using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Reads menus of a router to their end; a reply that was cut short is an error, never a short menu.</summary>
internal interface IRouterContentsReader
{
    /// <summary>Reads whole menus, or of the menus in <paramref name="keys"/> only those items (at most 50 per menu).</summary>
    Task<Result<RouterContents>> ReadAsync(
        Guid routerId, IReadOnlyCollection<string> menus, IReadOnlyDictionary<string, IReadOnlyCollection<string>>? keys, CancellationToken cancellationToken);
}
