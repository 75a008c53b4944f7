using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>A router that could not be read while planning, and why.</summary>
internal sealed record UnreadRouter(Guid RouterId, Error Error);
