namespace IspPortal.Web.Features.Events;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class EventsTexts;
