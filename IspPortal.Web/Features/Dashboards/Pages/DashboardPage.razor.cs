using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Web.Features.Dashboards.Parts;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Radzen;

namespace IspPortal.Web.Features.Dashboards.Pages;

/// <summary>Shows a dashboard, and builds it: what is drawn is a draft until it is saved.</summary>
public sealed partial class DashboardPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _grid;
    private IJSObjectReference? _module;
    private IJSObjectReference? _builder;
    private DotNetObjectReference<DashboardPage>? _self;
    private DashboardDetails? _dashboard;
    private SaveDashboardRequest _draft = new();
    private Error? _error;
    private string _placed = "";
    private bool _busy;
    private bool _wasEditing;

    /// <summary>The dashboard.</summary>
    [Parameter]
    public Guid DashboardId { get; set; }

    [Inject]
    private IDashboardDirectory Dashboards { get; set; } = default!;

    [Inject]
    private IDashboardEditor Editor { get; set; } = default!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private UrlState Url { get; set; } = default!;

    [Inject]
    private WidgetWords Words { get; set; } = default!;

    [Inject]
    private IStringLocalizer<DashboardsTexts> Texts { get; set; } = default!;

    private bool IsEditing => _dashboard?.MayChange == true && Url.Get("edit") == "1";

    private DashboardRange Range => IsEditing ? _draft.Range : Url.GetEnum<DashboardRange>("range") ?? _draft.Range;

    private IReadOnlyList<(string Text, string Href)> Trail => [(Texts["Title"], "dashboards")];

    /// <summary>A widget was dropped, or nudged with the keyboard.</summary>
    [JSInvokable]
    public Task PutAsync(Guid id, int x, int y, int width, int height) => InvokeAsync(() =>
    {
        if (IsEditing)
        {
            _draft = _draft with { Widgets = WidgetGrid.Put(_draft.Widgets, id, new WidgetBox(x, y, width, height)) };
            if (_draft.Widgets.FirstOrDefault(widget => widget.Id == id)?.Box is { } box)
            {
                _placed = Texts["Placed", box.X + 1, box.Y + 1, box.Width, box.Height];
            }

            StateHasChanged();
        }
    });

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        await _leaving.CancelAsync();
        _leaving.Dispose();
        try
        {
            await StopBuildingAsync();
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }

        _self?.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        return LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (IsEditing == _wasEditing)
        {
            return;
        }

        _wasEditing = IsEditing;
        if (_wasEditing)
        {
            _self ??= DotNetObjectReference.Create(this);
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./js/dashboard-grid.js");
            if (_module is not null)
            {
                _builder = await _module.InvokeAsync<IJSObjectReference>("attach", _leaving.Token, _grid, _self);
            }
        }
        else
        {
            await StopBuildingAsync();
        }
    }

    private static string PlaceOf(WidgetBox box) => string.Create(CultureInfo.InvariantCulture, $"--x:{box.X + 1};--y:{box.Y + 1};--w:{box.Width};--h:{box.Height}");

    private async Task StopBuildingAsync()
    {
        if (_builder is not null)
        {
            await _builder.InvokeVoidAsync("dispose", CancellationToken.None);
            await _builder.DisposeAsync();
            _builder = null;
        }
    }

    private async Task LoadAsync()
    {
        var read = await Dashboards.GetAsync(DashboardId, _leaving.Token);
        (_dashboard, _error) = (read.ValueOr(null), read.Error);
        _draft = _dashboard?.Content ?? new SaveDashboardRequest();
    }

    private async Task AddAsync(WidgetKind kind)
    {
        var made = await WidgetDialog.AskAsync(Dialogs, new DashboardWidget { Id = Ids.New(Time), Kind = kind }, Texts["Kind." + kind]);
        if (made is not null)
        {
            _draft = _draft with { Widgets = WidgetGrid.Add(_draft.Widgets, made) };
        }
    }

    private async Task EditAsync(DashboardWidget widget)
    {
        var made = await WidgetDialog.AskAsync(Dialogs, widget, Texts["Kind." + widget.Kind]);
        if (made is not null)
        {
            _draft = _draft with { Widgets = [.. _draft.Widgets.Select(one => one.Id == made.Id ? made with { Box = one.Box } : one)] };
        }
    }

    private void Remove(DashboardWidget widget) => _draft = _draft with { Widgets = WidgetGrid.Compact([.. _draft.Widgets.Where(one => one.Id != widget.Id)]) };

    private Task AskSettingsAsync() => DashboardDialog.AskAsync(Dialogs, Texts["Settings"], Texts["Take"], _draft, true, (content, _) =>
    {
        var wrong = DashboardRules.Judge(content);
        _draft = wrong.Count == 0 ? content : _draft;
        return Task.FromResult<Error?>(wrong.Count == 0 ? null : Core.Common.CommonErrors.Invalid(wrong));
    });

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var saved = await Editor.SaveAsync(DashboardId, _dashboard!.Row.Version, _draft, _leaving.Token);
        _busy = false;
        _error = saved.Error;
        if (saved.Succeeded)
        {
            await LoadAsync();
            Notifications.Notify(NotificationSeverity.Success, Texts["Saved"]);
            await EditingAsync(false);
        }
    }

    private async Task CancelAsync()
    {
        await LoadAsync();
        await EditingAsync(false);
    }

    private Task EditingAsync(bool editing)
    {
        Url.Set(replaceHistory: true, ("edit", editing ? "1" : null));
        return Task.CompletedTask;
    }

    private async Task FullScreenAsync()
    {
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./js/dashboard-grid.js");
        await _module.InvokeVoidAsync("fullScreen", _leaving.Token, _grid);
    }

    private async Task DuplicateAsync()
    {
        var copy = Ids.New(Time);
        var name = Texts["CopyOf", _draft.Name].Value;
        if (await DashboardDialog.AskAsync(
            Dialogs, Texts["Duplicate"], Texts["Duplicate"], _draft with { Name = name.Length > DashboardRules.LongestName ? name[..DashboardRules.LongestName] : name }, sharing: false,
            async (content, token) => (await Editor.DuplicateAsync(DashboardId, copy, content.Name, token)).Error))
        {
            Navigation.NavigateTo($"dashboards/{copy}", forceLoad: false);
        }
    }

    private Task ShowLinksAsync() => LinksDialog.ShowAsync(Dialogs, DashboardId, Texts["Links"]);

    private async Task DeleteAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, new ConfirmRequest(Texts["Delete"], Texts["DeleteAsk", _draft.Name], Texts["Delete"], Destructive: true)) is not null)
        {
            var deleted = await Editor.DeleteAsync(DashboardId, _dashboard!.Row.Version, _leaving.Token);
            _error = deleted.Error;
            if (deleted.Succeeded)
            {
                Navigation.NavigateTo("dashboards");
            }
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
