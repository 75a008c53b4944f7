using System.Net;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>The HTTP providers on one loopback port, each under its own path, each with the answers of its vendor's page.</summary>
internal sealed class LabGatewayServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LabGatewayServer(WebApplication app) => (_app, Port) = (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);

    public int Port { get; }

    public static async Task<LabGatewayServer> StartAsync(LabPostRoom room, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => AnswerAsync(room, context));
        await app.StartAsync(cancellationToken);
        return new LabGatewayServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(LabPostRoom room, HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (LabGateways.Find(path) is not { } gateway || !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var fault = room.FaultOf(gateway.Provider);
        if (fault is LabPostFault.Slow)
        {
            await Task.Delay(room.Slowness, context.RequestAborted);
        }

        if (fault is LabPostFault.Broken or LabPostFault.Down)
        {
            context.Response.StatusCode = fault == LabPostFault.Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync("<html>upstream</html>", context.RequestAborted);
            return;
        }

        var call = new LabCall(path, body, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        var answer = fault is LabPostFault.TooFast ? gateway.TooFast(room.ComeBackAfterSeconds)
            : fault is LabPostFault.Ban || !gateway.Knows(call) ? gateway.Banned()
            : fault is LabPostFault.Failure ? gateway.Failed()
            : gateway.Take(call) is { } letter ? gateway.Taken(room.Take(gateway.Provider, letter.To, null, letter.Text))
            : gateway.Failed();
        if (fault is LabPostFault.Drop)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        context.Response.ContentType = answer.Body is string ? "text/plain" : "application/json";
        await context.Response.WriteAsync(answer.Body as string ?? JsonSerializer.Serialize(answer.Body), context.RequestAborted);
    }
}
