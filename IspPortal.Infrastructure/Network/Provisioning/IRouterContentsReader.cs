using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Reads menus of a router to their end; a reply that was cut short is an error, never a short menu.</summary>
internal interface IRouterContentsReader
{
    /// <summary>Reads what <paramref name="reading"/> names; the first menu that cannot be read to its end fails the whole.</summary>
    Task<Result<RouterContents>> ReadAsync(Guid routerId, RouterReading reading, CancellationToken cancellationToken);
}
