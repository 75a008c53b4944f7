using IspPortal.Core.Network.Routers;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One thing about a router that should be put right.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsBlocking">Whether something that the portal does will fail because of it.</param>
/// <param name="Arguments">The right that lacks, the figures of a limit.</param>
internal sealed record RouterAdviceResource(RouterAdviceKind Kind, bool IsBlocking, IReadOnlyList<string> Arguments);
