namespace IspPortal.Core.Network.Routers;

/// <summary>One thing about a router that should be put right.</summary>
/// <param name="Kind">What it is; the text a person reads is looked up by it.</param>
/// <param name="IsBlocking">Whether something that the portal does will fail because of it.</param>
/// <param name="Arguments">Values for the text's placeholders, in the order <see cref="RouterAdviceKind"/> says.</param>
public sealed record RouterAdvice(RouterAdviceKind Kind, bool IsBlocking, params IReadOnlyList<object> Arguments);
