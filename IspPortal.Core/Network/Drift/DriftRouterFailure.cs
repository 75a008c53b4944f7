namespace IspPortal.Core.Network.Drift;

/// <summary>A router for which it could not be done; its differences stay.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="ErrorCode">Why, as of <see cref="Common.Results.Error.Code"/>.</param>
public sealed record DriftRouterFailure(Guid RouterId, string RouterName, string ErrorCode);
