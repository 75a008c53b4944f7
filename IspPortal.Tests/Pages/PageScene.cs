using System.Collections.Frozen;
using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Core.Mapping.Tiles;
using IspPortal.Infrastructure.Live;
using IspPortal.Tests.Support;
using IspPortal.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Radzen;

namespace IspPortal.Tests.Pages;

/// <summary>A page in a circuit of its own: shared parts and the live feed are real, the application services are the test's.</summary>
public abstract class PageScene : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly Mock<ICurrentActor> _actor = new() { CallBase = true };

    protected PageScene()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        DefaultWaitTimeout = Patience.ForComponents;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddRadzenComponents();
        Services.AddSharedParts();
        Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        Services.AddSingleton<ILiveFeed>(Feed);
        Services.AddSingleton(_actor.Object);
        Services.AddSingleton(Mock.Of<IMapTiles>()).AddSingleton(Mock.Of<IGeocoder>());
        Allow();
    }

    internal HandClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    internal LiveFeed Feed { get; } = new(Microsoft.Extensions.Logging.Abstractions.NullLogger<LiveFeed>.Instance);

    protected BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Opens a page in the circuit; from then on no further service can be registered.</summary>
    protected IRenderedComponent<TComponent> Open<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameters = null)
        where TComponent : IComponent
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render(parameters);
    }

    /// <summary>The person at the page holds these permissions and no other.</summary>
    protected void Allow(params string[] permissions) =>
        _actor.SetupGet(actor => actor.Actor).Returns(new Actor(ActorKind.User, Guid.Empty, "Sari", permissions.ToFrozenSet(StringComparer.Ordinal), "127.0.0.1"));

    /// <summary>Registers a stand-in of one application service.</summary>
    protected Mock<TService> Stub<TService>()
        where TService : class
    {
        var stub = new Mock<TService>();
        Services.AddSingleton(stub.Object);
        return stub;
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = _before;
        base.Dispose(disposing);
    }
}
