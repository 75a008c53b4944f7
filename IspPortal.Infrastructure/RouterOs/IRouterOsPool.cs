namespace IspPortal.Infrastructure.RouterOs;

/// <summary>One client, and so one connection, per router.</summary>
internal interface IRouterOsPool : IAsyncDisposable
{
    /// <summary>The client of that router. An endpoint that differs from the last one replaces the client; the old one takes its leave with <c>/quit</c>.</summary>
    IRouterOsClient Get(RouterEndpoint endpoint);

    /// <summary>Closes and forgets the router's client, if there is one.</summary>
    ValueTask RemoveAsync(Guid routerId);
}
