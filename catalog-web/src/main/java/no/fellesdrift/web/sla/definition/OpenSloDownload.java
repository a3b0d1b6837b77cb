package no.fellesdrift.web.sla.definition;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.fellesdrift.sla.definition.PackageDesk;

/** All levels in force today as a file. */
@WebServlet("/download/service-levels.openslo.yaml")
public class OpenSloDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OpenSloExport export;

    @Inject
    transient PackageDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] yaml = export.yaml(Optional.empty(), desk.today()).getBytes(StandardCharsets.UTF_8);
        response.setContentType(OpenSloExport.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"service-levels.openslo.yaml\"");
        response.setContentLength(yaml.length);
        response.getOutputStream().write(yaml);
    }
}
