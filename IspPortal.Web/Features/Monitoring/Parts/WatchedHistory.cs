using IspPortal.Web.Shared.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>A part that follows the stretch of history in the address.</summary>
public abstract class WatchedHistory : ComponentBase, IDisposable
{
    private (string? Range, string? Since, string? Until, string? Compare) _seen;
    private bool _left;

    [Inject]
    internal UrlState Url { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>What is shown.</summary>
    internal HistoryWindow Window { get; private set; } = default!;

    public void Dispose()
    {
        _left = true;
        Navigation.LocationChanged -= OnLocationChanged;
        Leave();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        Take();
        Navigation.LocationChanged += OnLocationChanged;
    }

    /// <summary>Something else in the address changed.</summary>
    protected virtual Task OnAddressAsync() => Task.CompletedTask;

    /// <summary>The reader goes.</summary>
    protected virtual void Leave()
    {
    }

    private void Take()
    {
        _seen = (Url.Get(HistoryWindow.RangeKey), Url.Get(HistoryWindow.SinceKey), Url.Get(HistoryWindow.UntilKey), Url.Get(HistoryWindow.CompareKey));
        Window = HistoryWindow.Of(Url, Time.GetUtcNow().UtcDateTime);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (_left)
        {
            return;
        }

        // A range that ends now is not read anew because a tab or a page of a list changed.
        if (_seen != (Url.Get(HistoryWindow.RangeKey), Url.Get(HistoryWindow.SinceKey), Url.Get(HistoryWindow.UntilKey), Url.Get(HistoryWindow.CompareKey)))
        {
            Take();
        }

        await OnAddressAsync();
        StateHasChanged();
    });
}
