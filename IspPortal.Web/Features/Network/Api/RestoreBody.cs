using IspPortal.Core.Network.Backups;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>What is to be restored.</summary>
/// <param name="Items">Menu and key of each item, at most 500.</param>
internal sealed record RestoreBody(IReadOnlyList<RestoreChoice>? Items);
