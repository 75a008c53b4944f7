using System.Globalization;
using Bunit;
using IspPortal.Core.Common.Live;
using IspPortal.Tests.Support;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Live;
using IspPortal.Web.Shared.Reader;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace IspPortal.Tests.Web.Support;

/// <summary>A component's surroundings: shared parts, texts, the stage, a clock that stands still until it is moved.</summary>
internal sealed class PartContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public PartContext(string language = "en")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        DefaultWaitTimeout = Patience.ForComponents;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddLocalization();
        Services.AddRadzenComponents();
        Services.AddSharedParts();
        StagedPortal.AddStage(Services);
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }

    public HandClock Clock { get; } = new();

    public StagedNetwork Network => Services.GetRequiredService<StagedNetwork>();

    public ILiveFeed Feed => Services.GetRequiredService<ILiveFeed>();

    public RenderClock Ticks => Services.GetRequiredService<RenderClock>();

    public CurrentReader Reader => Services.GetRequiredService<CurrentReader>();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;
    }
}
