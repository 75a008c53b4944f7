using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Tests.Mapping.Geocoding;

/// <summary>A server on a port of its own that answers as a Nominatim does, or as badly as the test wants.</summary>
internal sealed class NominatimStandIn : IAsyncDisposable
{
    /// <summary>Two places as Nominatim writes them: degrees as texts, and more than anybody asked for.</summary>
    public const string TwoPlaces = """
        [{"place_id":238,"licence":"Data © OpenStreetMap contributors, ODbL 1.0.","osm_type":"way","osm_id":12,"lat":"-6.2383","lon":"106.9756","category":"highway","type":"residential","place_rank":26,"importance":0.05,
          "addresstype":"road","name":"Jalan Melati","display_name":"Jalan Melati, Kranji, Bekasi, Jawa Barat, Indonesia","boundingbox":["-6.2390","-6.2380","106.9750","106.9760"]},
         {"place_id":239,"lat":"-6.3000000","lon":"107.1500000","display_name":"Jalan Melati, Cikarang, Jawa Barat, Indonesia"}]
        """;

    private readonly WebApplication _app;

    private NominatimStandIn(WebApplication app) => _app = app;

    /// <summary>What was asked, in order, with the query.</summary>
    public ConcurrentQueue<(string Address, string UserAgent)> Asked { get; } = new();

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => WriteAsync(context, TwoPlaces);

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<NominatimStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new NominatimStandIn(app);
        app.Run(context =>
        {
            standIn.Asked.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.UserAgent.ToString()));
            return standIn.Answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    public static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
