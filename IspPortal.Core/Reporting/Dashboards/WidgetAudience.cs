namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>For whom a widget is read.</summary>
public enum WidgetAudience
{
    /// <summary>Somebody who is signed in: names by permission.</summary>
    Staff,

    /// <summary>Anybody with a link: names only where the widget says so.</summary>
    Public,
}
