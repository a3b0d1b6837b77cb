CREATE SEQUENCE category_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE category (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    parent VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    name_nb VARCHAR(200) NOT NULL,
    name_nn VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL,
    FOREIGN KEY (parent) REFERENCES category (code)
);

CREATE SEQUENCE service_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    category VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind VARCHAR(40) NOT NULL COMMENT 'CUSTOMER_FACING, SUPPORTING, SECURITY',
    delivered_by CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    mandatory BOOLEAN NOT NULL,
    lifecycle VARCHAR(40) NOT NULL COMMENT 'PROPOSED, PLANNED, ACTIVE, DEPRECATED, RETIRED',
    successor VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    owner VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name_nb VARCHAR(200) NOT NULL,
    name_nn VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL,
    summary_nb VARCHAR(500) NOT NULL,
    summary_nn VARCHAR(500) NOT NULL,
    summary_en VARCHAR(500) NOT NULL,
    description_nb VARCHAR(4000) NOT NULL,
    description_nn VARCHAR(4000) NOT NULL,
    description_en VARCHAR(4000) NOT NULL,
    search_nb TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_nb, summary_nb, description_nb))) PERSISTENT COMMENT 'small letters, compared byte by byte: several times as fast to look through as the texts',
    search_nn TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_nn, summary_nn, description_nn))) PERSISTENT,
    search_en TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_en, summary_en, description_en))) PERSISTENT,
    search_names VARCHAR(610) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', name_nb, name_nn, name_en))) PERSISTENT,
    FOREIGN KEY (category) REFERENCES category (code),
    FOREIGN KEY (delivered_by) REFERENCES organisation (orgnr),
    FOREIGN KEY (successor) REFERENCES service (code),
    FOREIGN KEY (owner) REFERENCES person (person_id),
    KEY service_search_names (search_names, code)
);

CREATE SEQUENCE service_dependency_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_dependency (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    needs VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    type VARCHAR(40) NOT NULL COMMENT 'SERIAL, PARALLEL',
    parallel_group VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    UNIQUE KEY service_dependency_once (service, needs),
    FOREIGN KEY (service) REFERENCES service (code),
    FOREIGN KEY (needs) REFERENCES service (code)
);

CREATE TABLE nsm_principle (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    principle VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    title VARCHAR(300) NOT NULL
);

CREATE SEQUENCE nsm_coverage_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE nsm_coverage (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    principle VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    responsibility VARCHAR(40) NOT NULL COMMENT 'PROVIDER, SHARED, CUSTOMER',
    UNIQUE KEY nsm_coverage_once (service, principle),
    FOREIGN KEY (service) REFERENCES service (code)
);

CREATE SEQUENCE service_level_package_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE service_level_package (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    name_nb VARCHAR(200) NOT NULL,
    name_nn VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL
);

CREATE SEQUENCE offering_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE offering (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
    service VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name_nb VARCHAR(200) NOT NULL,
    name_nn VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL,
    unit_nb VARCHAR(60) NOT NULL,
    unit_nn VARCHAR(60) NOT NULL,
    unit_en VARCHAR(60) NOT NULL,
    lead_time_working_days INT NOT NULL,
    service_level_package VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    orderable BOOLEAN NOT NULL,
    search_nb VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_nb))) PERSISTENT,
    search_nn VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_nn))) PERSISTENT,
    search_en VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_en))) PERSISTENT,
    search_names VARCHAR(650) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (lower(concat_ws(' ', code, name_nb, name_nn, name_en))) PERSISTENT,
    KEY offering_search (search_names, service, code),
    FOREIGN KEY (service) REFERENCES service (code),
    FOREIGN KEY (service_level_package) REFERENCES service_level_package (code)
);

CREATE SEQUENCE order_form_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_form (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    offering VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    form_version INT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE KEY order_form_once (offering, form_version),
    FOREIGN KEY (offering) REFERENCES offering (code)
);

CREATE SEQUENCE order_form_question_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_form_question (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    order_form_id BIGINT NOT NULL,
    position INT NOT NULL,
    code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    type VARCHAR(40) NOT NULL COMMENT 'TEXT, NUMBER, CHOICE, SEVERAL, DATE, PERSON, ORGANISATION_UNIT, FILE',
    required BOOLEAN NOT NULL,
    label_nb VARCHAR(300) NOT NULL,
    label_nn VARCHAR(300) NOT NULL,
    label_en VARCHAR(300) NOT NULL,
    unit VARCHAR(40),
    pattern VARCHAR(300),
    multiline BOOLEAN NOT NULL DEFAULT FALSE,
    max_length INT,
    minimum DECIMAL(19,6),
    maximum DECIMAL(19,6),
    max_bytes BIGINT,
    accept VARCHAR(300) COMMENT 'media types, comma between',
    visible_when_question VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    visible_when_equals VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    UNIQUE KEY order_form_question_once (order_form_id, code),
    FOREIGN KEY (order_form_id) REFERENCES order_form (id)
);

CREATE SEQUENCE order_form_option_seq START WITH 100 INCREMENT BY 100;
CREATE TABLE order_form_option (
    id BIGINT NOT NULL PRIMARY KEY,
    version INT NOT NULL DEFAULT 1,
    question_id BIGINT NOT NULL,
    position INT NOT NULL,
    option_value VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    label_nb VARCHAR(300) NOT NULL,
    label_nn VARCHAR(300) NOT NULL,
    label_en VARCHAR(300) NOT NULL,
    UNIQUE KEY order_form_option_once (question_id, option_value),
    FOREIGN KEY (question_id) REFERENCES order_form_question (id)
);

-- NSM's basic principles for ICT security, version 2.1: reference data that every installation needs.
INSERT INTO nsm_principle (principle, title) VALUES
    ('1', 'Identifisere og kartlegge'),
    ('1.1', 'Kartlegg styringsstrukturer, leveranser og understøttende systemer'),
    ('1.2', 'Kartlegg enheter og programvare'),
    ('1.3', 'Kartlegg brukere og behov for tilgang'),
    ('2', 'Beskytte og opprettholde'),
    ('2.1', 'Ivareta sikkerhet i anskaffelses- og utviklingsprosesser'),
    ('2.2', 'Etabler en sikker IKT-arkitektur'),
    ('2.3', 'Ivareta en sikker konfigurasjon'),
    ('2.4', 'Beskytt virksomhetens nettverk'),
    ('2.5', 'Kontroller dataflyt'),
    ('2.6', 'Ha kontroll på identiteter og tilganger'),
    ('2.7', 'Beskytt data i ro og i transitt'),
    ('2.8', 'Beskytt e-post og nettleser'),
    ('2.9', 'Etabler evne til gjenoppretting av data'),
    ('2.10', 'Integrer sikkerhet i prosess for endringshåndtering'),
    ('3', 'Oppdage'),
    ('3.1', 'Oppdag og fjern kjente sårbarheter og trusler'),
    ('3.2', 'Etabler sikkerhetsovervåkning'),
    ('3.3', 'Analyser data fra sikkerhetsovervåkning'),
    ('3.4', 'Gjennomfør inntrengningstester'),
    ('4', 'Håndtere og gjenopprette'),
    ('4.1', 'Forbered virksomheten på håndtering av hendelser'),
    ('4.2', 'Vurder og klassifiser hendelser'),
    ('4.3', 'Kontroller og håndter hendelser'),
    ('4.4', 'Evaluer og lær av hendelser');
