namespace IspPortal.Web.Features.Addressing.Api;

/// <summary>How many pools the router has.</summary>
internal sealed record PoolCountResource(int Pools);
